// Command cmdqueue runs its package commands beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/cmdqueue/commands"
)

func main() {
	kit.Main("cmdqueue", kit.Plan{Copies: 10, Size: 6}, commands.Run)
}
