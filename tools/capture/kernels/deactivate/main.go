// Command deactivate runs its package snapshots beside the ordinary life of a service.
package main

import (
	"time"

	"go.harbour.example/kit"

	"git.quayside.example/yard/deactivate/snapshots"
)

func main() {
	kit.Main("deactivate", kit.Plan{Copies: 1, Front: true, Every: time.Second, Size: 10}, snapshots.Run)
}
