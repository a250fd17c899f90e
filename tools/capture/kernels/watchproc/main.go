// Command watchproc runs its package changes beside the ordinary life of a service.
package main

import (
	"time"

	"go.harbour.example/kit"

	"git.quayside.example/yard/watchproc/changes"
)

func main() {
	kit.Main("watchproc", kit.Plan{Copies: 30, Every: 60 * time.Millisecond, Size: 8}, changes.Run)
}
