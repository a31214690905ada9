"""A DNS server on loopback that misbehaves as told: prints its port, then logs every question.

Usage: dns_server.py ZONE.json QUERIES.log [HOST] [PORT]

The zone file:
  {"ttl": 3600, "delay": 0,                      seconds; milliseconds before every answer
   "zones": {"example.com": 900},                origin: the SOA's minimum (its TTL is "soa_ttl"),
                                                 or [minimum, TTL]
   "records": {"a.example.com": {"MX": [[10, "mx.example.com"]], "A": ["192.0.2.1"],
                                 "AAAA": ["2001:db8::1"], "CNAME": "b.example.com", "TTL": 60}},
   "behaviour": {"slow.example.com": "slow 300"}}

A name may begin with "*." for everything below. The zone is read again when its file changes.
Behaviours: drop, slow MILLISECONDS, flaky COUNT (that many are dropped first), servfail, refused,
notimp, formerr, notauth, wrongid, wrongname, garbage, cut, truncate (the answer is whole over TCP
only), truncate-only (TCP closes without an answer), lame (a referral), bare (no SOA record),
nochase (an alias without what is behind it), aside (an answer about another name only), chaos (of
class CH).

QUERIES.log.most holds the most questions that were waiting for an answer at one time.
"""

import asyncio
import ipaddress
import json
import os
import struct
import sys

TYPES = {"A": 1, "NS": 2, "CNAME": 5, "SOA": 6, "MX": 15, "AAAA": 28}
NAMES = {number: name for name, number in TYPES.items()}


def encode(name):
    labels = name.rstrip(".").split(".") if name.rstrip(".") else []
    return b"".join(bytes([len(label)]) + label.encode() for label in labels) + b"\0"


def record(owner, kind, ttl, data):
    return encode(owner) + struct.pack("!HHIH", TYPES[kind], 1, ttl, len(data)) + data


class Server:
    def __init__(self, path, log):
        self.path, self.stamp = path, None
        self.log = open(log, "ab", buffering=0)
        self.most_path = log + ".most"
        self.waiting = self.most = 0
        self.dropped = {}
        self.load()

    def load(self):
        stamp = os.stat(self.path).st_mtime_ns
        if stamp != self.stamp:
            self.stamp = stamp
            with open(self.path) as file:
                self.zone = json.load(file)

    def find(self, table, name):
        if name in table:
            return table[name]
        labels = name.split(".")
        for start in range(1, len(labels)):
            found = table.get("*." + ".".join(labels[start:]))
            if found is not None:
                return found
        return None

    def soa(self, name):
        zones = self.zone.get("zones", {})
        labels = name.split(".")
        for start in range(len(labels)):
            origin = ".".join(labels[start:])
            if origin in zones:
                minimum, ttl = zones[origin], self.zone.get("soa_ttl", 86400)
                if isinstance(minimum, list):
                    minimum, ttl = minimum
                data = encode("ns." + origin) + encode("host." + origin)
                data += struct.pack("!IIIII", 1, 3600, 600, 86400, minimum)
                return record(origin, "SOA", ttl, data)
        return None

    def data(self, kind, value):
        if kind == "MX":
            return struct.pack("!H", value[0]) + encode(value[1])
        return ipaddress.ip_address(value).packed

    def body(self, name, kind, behaviour):
        """Response code, answers, authorities."""
        records, answers, seen = self.zone.get("records", {}), [], set()
        while True:
            found = self.find(records, name)
            if found is None:
                soa = self.soa(name)
                if soa is None and not answers:
                    return 5, [], []
                return 3, answers, [soa] if soa and behaviour != "bare" else []
            ttl = found.get("TTL", self.zone.get("ttl", 3600))
            if "CNAME" in found and kind != "CNAME":
                answers.append(record(name, "CNAME", ttl, encode(found["CNAME"])))
                seen.add(name)
                name = found["CNAME"]
                if behaviour == "nochase" or name in seen:
                    return 0, answers, []
                continue
            for value in found.get(kind, []):
                answers.append(record(name, kind, ttl, self.data(kind, value)))
            soa = self.soa(name)
            missing = kind not in found and soa is not None and behaviour != "bare"
            return 0, answers, [soa] if missing else []

    async def reply(self, message, over_tcp):
        """The bytes to send back; None for silence."""
        self.load()
        labels, at = [], 12
        while message[at]:
            labels.append(message[at + 1:at + 1 + message[at]].decode("latin-1"))
            at += 1 + message[at]
        name = ".".join(labels).lower()
        kind = NAMES.get(struct.unpack("!H", message[at + 1:at + 3])[0], "?")
        self.log.write(f"{'tcp' if over_tcp else 'udp'} {name} {kind}\n".encode())
        behaviour = self.find(self.zone.get("behaviour", {}), name) or ""
        word, _, argument = behaviour.partition(" ")
        delay = float(argument) if word == "slow" else self.zone.get("delay", 0)
        self.waiting += 1
        if self.waiting > self.most:
            self.most = self.waiting
            with open(self.most_path, "w") as file:
                file.write(str(self.most))
        if delay:
            await asyncio.sleep(delay / 1000)
        self.waiting -= 1
        if word == "drop":
            return None
        if word == "flaky":
            self.dropped[name] = self.dropped.get(name, 0) + 1
            if self.dropped[name] <= int(argument):
                return None
        question = message[12:at + 5]
        codes = {"servfail": 2, "refused": 5, "notimp": 4, "formerr": 1, "notauth": 9}
        flags, sections = 0x8580, (0, [], [])
        if word in codes:
            sections = (codes[word], [], [])
        elif word == "aside":
            sections = (0, [record("other.example.com", "A", 60, bytes([8, 8, 8, 8]))], [])
        elif word == "lame":
            flags = 0x8180
            sections = (0, [], [record(name, "NS", 60, encode("ns.elsewhere.example"))])
        elif word in ("truncate", "truncate-only") and not over_tcp:
            flags |= 0x0200
        elif word == "truncate-only":
            return None
        else:
            sections = self.body(name, kind, word)
        code, answers, authorities = sections
        if word == "chaos":
            start = len(encode(name)) + 2
            answers = [one[:start] + b"\0\3" + one[start + 2:] for one in answers]
        identity = message[:2]
        if word == "wrongid":
            identity = bytes([message[0] ^ 0xFF, message[1]])
        if word == "wrongname":
            question = encode("other.example.com") + question[-4:]
        head = identity + struct.pack("!HHHHH", flags | code, 1, len(answers), len(authorities), 0)
        whole = head + question + b"".join(answers) + b"".join(authorities)
        if len(whole) > 512 and not over_tcp:
            head = identity + struct.pack("!HHHHH", flags | 0x0200 | code, 1, 0, 0, 0)
            return head + question
        if word == "garbage":
            return message[:2] + b"\x85\x80\x00\x01\x00\x09" + b"\0\0\0\0" + question + b"\xc1\xff" * 20
        if word == "cut":
            return whole[:-3]
        return whole


class Datagrams(asyncio.DatagramProtocol):
    def __init__(self, server):
        self.server = server
        # The loop itself keeps no hold of its tasks.
        self.tasks = set()

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, message, address):
        task = asyncio.ensure_future(self.answer(message, address))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def answer(self, message, address):
        reply = await self.server.reply(message, False)
        if reply is not None:
            self.transport.sendto(reply, address)


async def main():
    server = Server(sys.argv[1], sys.argv[2])
    host = sys.argv[3] if len(sys.argv) > 3 else "127.0.0.1"
    port = int(sys.argv[4]) if len(sys.argv) > 4 else 0

    async def stream(reader, writer):
        try:
            while True:
                length = struct.unpack("!H", await reader.readexactly(2))[0]
                reply = await server.reply(await reader.readexactly(length), True)
                if reply is None:
                    break
                writer.write(struct.pack("!H", len(reply)) + reply)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        writer.close()

    loop = asyncio.get_running_loop()
    for _ in range(20):
        tcp = await asyncio.start_server(stream, host, port)
        chosen = tcp.sockets[0].getsockname()[1]
        try:
            transport, _ = await loop.create_datagram_endpoint(
                lambda: Datagrams(server), local_addr=(host, chosen))
            break
        except OSError:
            tcp.close()
    transport.get_extra_info("socket").setsockopt(1, 8, 1 << 21)  # SOL_SOCKET, SO_RCVBUF
    print(chosen, flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
