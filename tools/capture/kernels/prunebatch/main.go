// Command prunebatch runs its package pruning beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/prunebatch/pruning"
)

func main() {
	kit.Main("prunebatch", kit.Plan{Copies: 3, Size: 8}, pruning.Run)
}
