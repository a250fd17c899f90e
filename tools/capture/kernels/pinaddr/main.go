// Command pinaddr runs its package pin beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/pinaddr/pin"
)

func main() {
	kit.Main("pinaddr", kit.Plan{Copies: 10, Size: 6}, pin.Run)
}
