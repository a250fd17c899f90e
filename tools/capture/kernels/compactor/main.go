// Command compactor runs its package press beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/compactor/press"
)

func main() {
	kit.Main("compactor", kit.Plan{Copies: 3, Size: 14}, press.Run)
}
