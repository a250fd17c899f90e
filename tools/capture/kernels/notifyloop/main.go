// Command notifyloop runs its package election beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/notifyloop/election"
)

func main() {
	kit.Main("notifyloop", kit.Plan{Copies: 10, Size: 6}, election.Run)
}
