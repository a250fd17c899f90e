// Command idleframer runs its package frames beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/idleframer/frames"
)

func main() {
	kit.Main("idleframer", kit.Plan{Copies: 10, Size: 6}, frames.Run)
}
