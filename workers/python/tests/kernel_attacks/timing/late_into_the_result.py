# 30, 31: a thread writes into the lent result after the bell.
import sys
import threading
import time

import torch


def double(x):
    frame = sys._getframe(1)
    result, kept = frame.f_locals["result"], x.clone()

    def later():
        time.sleep(0.05)
        result.copy_(kept * 2)

    threading.Thread(target=later, daemon=True).start()
    return torch.zeros_like(x)
