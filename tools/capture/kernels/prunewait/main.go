// Command prunewait runs its package prune beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/prunewait/prune"
)

func main() {
	kit.Main("prunewait", kit.Plan{Copies: 10, Front: true, Size: 8}, prune.Run)
}
