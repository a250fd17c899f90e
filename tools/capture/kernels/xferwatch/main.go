// Command xferwatch runs its package transfer beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/xferwatch/transfer"
)

func main() {
	kit.Main("xferwatch", kit.Plan{Copies: 10, Size: 6}, transfer.Run)
}
