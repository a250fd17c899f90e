// Command agentexits runs its package supervise beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/agentexits/supervise"
)

func main() {
	kit.Main("agentexits", kit.Plan{Copies: 10, Size: 6}, supervise.Run)
}
