// Command nodestatus runs its package raftnode beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/nodestatus/raftnode"
)

func main() {
	kit.Main("nodestatus", kit.Plan{Copies: 10, Front: true, Size: 8}, raftnode.Run)
}
