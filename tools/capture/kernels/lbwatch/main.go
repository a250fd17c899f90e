// Command lbwatch runs its package connecting beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/lbwatch/connecting"
)

func main() {
	kit.Main("lbwatch", kit.Plan{Copies: 10, Front: true, Size: 7}, connecting.Run)
}
