import argparse
import json
import os
import socketserver
from http.server import BaseHTTPRequestHandler

import numpy as np


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.answer(200, {"status": "ok"})

    def answer(self, status, data):
        body = json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def address_string(self):
        # A Unix socket's client has no address.
        return "client"


parser = argparse.ArgumentParser()
parser.add_argument("--socket", required=True)
parser.add_argument("--models", required=True)
options = parser.parse_args()

(name,) = os.listdir(options.models)
model = np.load(os.path.join(options.models, name))

server = socketserver.UnixStreamServer(options.socket, Handler)
server.serve_forever()
