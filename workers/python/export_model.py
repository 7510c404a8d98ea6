"""Turns the offline model's weights into an ONNX file, once, and proves the two alike."""

import hashlib
import json
import math
import shutil
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from safetensors.torch import load_file
from torch import nn

MODEL = "all-MiniLM-L6-v2"
SOURCE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
# What the model was trained on; further tokens only blur the mean.
MAX_TOKENS = 256
TOLERANCE = 1e-4
OPSET = 18


def sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


class Layer(nn.Module):
    """One block of BERT: attention and feed-forward, each followed by a norm."""

    def __init__(self, config: dict):
        super().__init__()
        size, inner = config["hidden_size"], config["intermediate_size"]
        eps = config["layer_norm_eps"]
        self.heads = config["num_attention_heads"]
        self.query, self.key, self.value = (nn.Linear(size, size) for _ in range(3))
        self.output, self.norm = nn.Linear(size, size), nn.LayerNorm(size, eps)
        self.up, self.down = nn.Linear(size, inner), nn.Linear(inner, size)
        self.last_norm = nn.LayerNorm(size, eps)

    def split(self, x: torch.Tensor) -> torch.Tensor:
        return x.unflatten(2, (self.heads, -1)).transpose(1, 2)

    def forward(self, x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        q, k, v = self.split(self.query(x)), self.split(self.key(x)), self.split(self.value(x))
        weights = (q @ k.transpose(2, 3) / math.sqrt(q.shape[-1]) + bias).softmax(-1)
        mixed = (weights @ v).transpose(1, 2).flatten(2)
        x = self.norm(self.output(mixed) + x)
        return self.last_norm(self.down(nn.functional.gelu(self.up(x))) + x)


class Encoder(nn.Module):
    """BERT without its pooler: token ids in, one vector a token out."""

    def __init__(self, config: dict):
        super().__init__()
        size = config["hidden_size"]
        self.words = nn.Embedding(config["vocab_size"], size)
        self.positions = nn.Embedding(config["max_position_embeddings"], size)
        self.types = nn.Embedding(config["type_vocab_size"], size)
        self.norm = nn.LayerNorm(size, config["layer_norm_eps"])
        self.layers = nn.ModuleList(Layer(config) for _ in range(config["num_hidden_layers"]))

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> torch.Tensor:
        places = torch.arange(input_ids.shape[1])
        x = self.words(input_ids) + self.positions(places) + self.types(token_type_ids)
        bias = (1.0 - attention_mask[:, None, None, :].float()) * -1e9
        x = self.norm(x)
        for layer in self.layers:
            x = layer(x, bias)
        return x


NAMES = {
    "embeddings.word_embeddings.": "words.",
    "embeddings.position_embeddings.": "positions.",
    "embeddings.token_type_embeddings.": "types.",
    "embeddings.LayerNorm.": "norm.",
    "encoder.layer.": "layers.",
    "attention.self.": "",
    "attention.output.dense.": "output.",
    "attention.output.LayerNorm.": "norm.",
    "intermediate.dense.": "up.",
    "output.dense.": "down.",
    "output.LayerNorm.": "last_norm.",
}


def renamed(name: str) -> str:
    for theirs, ours in NAMES.items():
        name = name.replace(theirs, ours)
    return name


def load(folder: Path) -> Encoder:
    """The encoder with the packaged weights. Refuses others."""
    weights = folder / "model.safetensors"
    found = sha256(weights)
    if found != SOURCE_SHA256:
        raise SystemExit(f"{weights.name} has the checksum {found}, not {SOURCE_SHA256}")
    encoder = Encoder(json.loads((folder / "config.json").read_text()))
    given = {
        renamed(name): tensor
        for name, tensor in load_file(weights).items()
        if not name.startswith("pooler.") and not name.endswith("position_ids")
    }
    encoder.load_state_dict(given)
    return encoder.eval()


def sample(rows: int, columns: int) -> dict[str, torch.Tensor]:
    """Token ids as they come: the second row is shorter than the rest."""
    ids = torch.arange(1000, 1000 + rows * columns).reshape(rows, columns)
    mask = torch.ones_like(ids)
    if rows > 1:
        mask[1, columns // 2 :] = 0
    return {"input_ids": ids, "attention_mask": mask, "token_type_ids": torch.zeros_like(ids)}


def export(encoder: Encoder, target: Path) -> None:
    example = sample(2, 16)
    axes = {0: torch.export.Dim("rows"), 1: torch.export.Dim("columns", max=512)}
    program = torch.onnx.export(
        encoder,
        kwargs=example,
        dynamo=True,
        opset_version=OPSET,
        output_names=["last_hidden_state"],
        dynamic_shapes=dict.fromkeys(example, axes),
        verbose=False,
    )
    model = program.model_proto
    # The exporter notes the paths of this machine; without them the file is the same everywhere.
    for graph in [model.graph, *model.functions]:
        for part in [*graph.node, *getattr(graph, "input", []), *getattr(graph, "value_info", [])]:
            if hasattr(part, "metadata_props") and not isinstance(part, str):
                del part.metadata_props[:]
    del model.metadata_props[:]
    del model.graph.metadata_props[:]
    onnx.save(model, target)


def compare(encoder: Encoder, target: Path) -> float:
    """The largest difference between torch and the file, over several shapes."""
    session = onnxruntime.InferenceSession(str(target), providers=["CPUExecutionProvider"])
    worst = 0.0
    for shape in [(1, 3), (3, 17), (2, MAX_TOKENS)]:
        given = sample(*shape)
        with torch.inference_mode():
            expected = encoder(**given).numpy()
        feeds = {name: tensor.numpy() for name, tensor in given.items()}
        (found,) = session.run(None, feeds)
        worst = max(worst, float(np.abs(expected - found).max()))
    return worst


def write_tokenizer(source: Path, target: Path) -> None:
    """The tokenizer without the fixed length of 128 that its file was saved with."""
    tokenizer = json.loads((source / "tokenizer.json").read_text())
    tokenizer.update(truncation=None, padding=None)
    (target / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False))
    config = json.loads((source / "tokenizer_config.json").read_text())
    config["model_max_length"] = MAX_TOKENS
    (target / "tokenizer_config.json").write_text(json.dumps(config))


def main(source: Path, target: Path) -> None:
    """Writes onnx/model.onnx, the tokenizer and manifest.json into `target`."""
    (target / "onnx").mkdir(parents=True)
    torch.manual_seed(0)
    encoder = load(source)
    file = target / "onnx/model.onnx"
    export(encoder, file)
    difference = compare(encoder, file)
    if not difference <= TOLERANCE:
        raise SystemExit(f"the exported model differs from torch by {difference:.1e}")
    shutil.copy(source / "config.json", target / "config.json")
    write_tokenizer(source, target)
    manifest = {
        "model": MODEL,
        "source": SOURCE_SHA256,
        "files": {
            str(each.relative_to(target)): sha256(each)
            for each in sorted(target.rglob("*"))
            if each.is_file()
        },
    }
    (target / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
