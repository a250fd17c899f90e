// Command raftwire runs its package consensus beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/raftwire/internal/consensus"
)

func main() {
	kit.Main("raftwire", kit.Plan{Copies: 10, Size: 8}, consensus.Run)
}
