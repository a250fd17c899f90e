// Command gossipring runs its package gossip beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/gossipring/gossip"
)

func main() {
	kit.Main("gossipring", kit.Plan{Copies: 10, Size: 6}, gossip.Run)
}
