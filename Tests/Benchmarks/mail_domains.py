"""Times the look-up of mail domains against a loop that asks one after the other.

Usage: mail_domains.py BIN_FOLDER [DOMAINS] [DELAY_MILLISECONDS]

Both ask the same server on loopback, which answers each question after the delay (20 ms): the whole
validate stage with DNS on, less the same with DNS off; and a loop that asks for the MX records of
each domain over one UDP socket. Fails when the stage takes more than a tenth of the loop's time, or
comes to another verdict for any lead.
"""

import json
import os
import socket
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def sequential(domains, port):
    """Seconds for asking one after the other."""
    client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    client.connect(("127.0.0.1", port))
    client.settimeout(2)
    begun = time.monotonic()
    for number, domain in enumerate(domains):
        question = b"".join(bytes([len(label)]) + label.encode() for label in domain.split("."))
        message = (struct.pack("!HHHHHH", number & 0xFFFF, 0x0100, 1, 0, 0, 0)
                   + question + b"\0" + struct.pack("!HH", 15, 1))
        reply = b""
        while reply[:2] != message[:2]:
            client.send(message)
            try:
                reply = client.recv(4096)
            except TimeoutError:
                pass
        assert struct.unpack("!H", reply[6:8])[0] == 1, "one MX record"
    return time.monotonic() - begun


def validate(binaries, file, folder, dns):
    """Seconds of the stage, and its workspace."""
    workspace = os.path.join(folder, "ws-" + ("off" if dns == "off" else "on"))
    common = ["--workspace", workspace, "--as-of", "2026-11-02", "--progress", "none",
              "--config", os.path.join(ROOT, "pipelines")]
    subprocess.run([f"{binaries}/leadmill-ingest", *common, file], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    begun = time.monotonic()
    subprocess.run([f"{binaries}/leadmill-validate", *common, "--dns", dns], check=True,
                   stdout=subprocess.DEVNULL)
    return time.monotonic() - begun, workspace


def main():
    binaries = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    delay = float(sys.argv[3]) if len(sys.argv) > 3 else 20
    domains = [f"d{number}.bulk.example.com" for number in range(count)]
    with tempfile.TemporaryDirectory() as folder:
        with open(f"{folder}/zone.json", "w") as file:
            json.dump({"zones": {"example.com": 60}, "delay": delay, "records": {
                "*.bulk.example.com": {"MX": [[10, "mx.example.com"]]},
                "mx.example.com": {"A": ["198.41.0.1"]}}}, file)
        with open(f"{folder}/leads-web.csv", "w") as file:
            file.write("id,email,full_name,company,country\n")
            for number, domain in enumerate(domains):
                file.write(f"W{number},ann{number}@{domain},Ann Bell,Acme,DE\n")
        server = subprocess.Popen(
            [sys.executable, f"{ROOT}/Tests/Fixtures/dns_server.py", f"{folder}/zone.json",
             f"{folder}/queries.log"], stdout=subprocess.PIPE, text=True)
        try:
            port = int(server.stdout.readline())
            off, _ = validate(binaries, f"{folder}/leads-web.csv", folder, "off")
            on, workspace = validate(
                binaries, f"{folder}/leads-web.csv", folder, f"127.0.0.1:{port}")
            with sqlite3.connect(f"{workspace}/leadmill.db") as database:
                statuses = database.execute(
                    "SELECT mx_status, count(*) FROM lead GROUP BY 1").fetchall()
            with open(f"{folder}/queries.log") as log:
                questions = sum(1 for _ in log)
            with open(f"{folder}/queries.log.most") as file:
                most = int(file.read())
            loop = sequential(domains, port)
        finally:
            server.kill()
    print(f"{count} domains, each answer after {delay:g} ms")
    print(f"validate, DNS off      {off:8.2f} s")
    print(f"validate, DNS on       {on:8.2f} s  ({questions} questions, at most {most} at a time)")
    print(f"one after the other    {loop:8.2f} s")
    print(f"share of the loop      {on / loop:8.1%}")
    if statuses != [("deliverable", count)]:
        sys.exit(f"verdicts differ: {statuses}")
    if on > loop / 10:
        sys.exit("more than a tenth of the loop's time")


main()
