"""Abilities and item parameters of the same data by girth, for the bench of the measurement.

Reads {"abilities": {"right", "difficulty", "discrimination"}, "items": {"right"}} from standard
input, `right` being items by learners, and writes what girth and SciPy make of it.
"""

import json
import sys

import numpy as np
from girth import ability_eap, twopl_mml
from girth.unidimensional.dichotomous.partial_integrals import _compute_partial_integral
from scipy.optimize import minimize
from scipy.stats import norm

BOUNDS = (-4.0, 4.0)
POINTS = 121


def quadrature():
    nodes, weights = np.polynomial.legendre.leggauss(POINTS)
    half = (BOUNDS[1] - BOUNDS[0]) / 2
    theta = half * nodes
    masses = norm.pdf(theta) * weights * half
    return theta, masses / masses.sum()


def marginal_estimates(right):
    """Marginal maximum likelihood: girth's response function under SciPy's general optimiser."""
    theta, masses = quadrature()
    items = right.shape[0]
    nothing_missing = np.zeros(right.shape[1], dtype=bool)

    def negative(point):
        product = np.ones((right.shape[1], POINTS))
        for index in range(items):
            product *= _compute_partial_integral(
                theta, point[index], np.exp(point[items + index]), right[index], nothing_missing
            )
        return -np.log(product @ masses).sum()

    found = minimize(negative, np.zeros(2 * items), method="BFGS", options={"gtol": 1e-4})
    return found.x[:items], np.exp(found.x[items:])


def main():
    given = json.load(sys.stdin)
    known = given["abilities"]
    options = {"quadrature_bounds": BOUNDS, "quadrature_n": POINTS}
    abilities = ability_eap(
        np.array(known["right"]),
        np.array(known["difficulty"]),
        np.array(known["discrimination"]),
        options,
    )
    right = np.array(given["items"]["right"])
    difficulty, discrimination = marginal_estimates(right)
    own = twopl_mml(right, {**options, "use_LUT": False, "max_iteration": 100})
    json.dump(
        {
            "abilities": abilities.tolist(),
            "difficulty": difficulty.tolist(),
            "discrimination": discrimination.tolist(),
            "girthDifficulty": own["Difficulty"].ravel().tolist(),
            "girthDiscrimination": own["Discrimination"].tolist(),
        },
        sys.stdout,
    )


main()
