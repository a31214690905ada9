"""An SMTP server on loopback: prints its port, then appends every accepted message to a file.

Usage: smtp_server.py ENVELOPES.jsonl REPLIES.json DELAY_MILLISECONDS
"""

import asyncio
import email.parser
import email.policy
import json
import os
import sys

from aiosmtpd.smtp import SMTP


class Handler:
    def __init__(self, path, replies, delay):
        self.file = open(path, "ab", buffering=0)
        self.replies = replies
        self.delay = delay

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.replies:
            return self.replies[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.parser.BytesParser(policy=email.policy.default).parsebytes(envelope.content)
        line = json.dumps({
            "mailFrom": envelope.mail_from, "recipients": envelope.rcpt_tos,
            "messageID": message["Message-ID"] or "", "subject": str(message["Subject"] or ""),
            "data": envelope.content.decode("utf-8", "replace")})
        self.file.write(line.encode() + b"\n")
        os.fsync(self.file.fileno())
        await asyncio.sleep(self.delay)
        return "250 accepted"


async def main():
    path, replies, delay = sys.argv[1:4]
    with open(replies, encoding="utf-8") as file:
        handler = Handler(path, json.load(file), int(delay) / 1000)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(handler, enable_SMTPUTF8=True, decode_data=False), host="127.0.0.1", port=0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
