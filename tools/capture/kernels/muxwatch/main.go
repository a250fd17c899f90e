// Command muxwatch runs its package watching beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/muxwatch/watching"
)

func main() {
	kit.Main("muxwatch", kit.Plan{Copies: 3, Size: 14}, watching.Run)
}
