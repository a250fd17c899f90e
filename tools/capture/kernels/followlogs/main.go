// Command followlogs runs its package logtail beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/followlogs/logtail"
)

func main() {
	kit.Main("followlogs", kit.Plan{Copies: 10, Size: 6}, logtail.Run)
}
