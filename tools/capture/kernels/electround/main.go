// Command electround runs its package rounds beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/electround/rounds"
)

func main() {
	kit.Main("electround", kit.Plan{Copies: 3, Size: 10}, rounds.Run)
}
