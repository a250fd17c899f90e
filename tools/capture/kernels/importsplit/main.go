// Command importsplit runs its package restore beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/importsplit/restore"
)

func main() {
	kit.Main("importsplit", kit.Plan{Copies: 10, Size: 6}, restore.Run)
}
