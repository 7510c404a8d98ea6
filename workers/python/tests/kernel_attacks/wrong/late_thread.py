# 30, 31: hands back memory that a thread fills afterwards.
import threading
import time

import torch


def double(x):
    y = torch.zeros_like(x)
    kept = x.clone()

    def later():
        time.sleep(0.3)
        y.copy_(kept * 2)

    threading.Thread(target=later, daemon=True).start()
    return y
