import argparse
import json
import socketserver
from http.server import BaseHTTPRequestHandler


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path == "/healthz":
            self.answer(200, {"status": "ok"})
        else:
            self.answer(404, {"error": "There is only /healthz so far."})

    def body(self):
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

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

    def log_message(self, *_):
        pass


class Server(socketserver.ThreadingUnixStreamServer):
    request_queue_size = 128
    daemon_threads = True


parser = argparse.ArgumentParser()
parser.add_argument("--socket", required=True)
parser.add_argument("--models", required=True)
options = parser.parse_args()

Server(options.socket, Handler).serve_forever()
