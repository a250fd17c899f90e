// Command tailers runs its package tail beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/tailers/tail"
)

func main() {
	kit.Main("tailers", kit.Plan{Copies: 3, Size: 6}, tail.Run)
}
