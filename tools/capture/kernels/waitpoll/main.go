// Command waitpoll runs its package polling beside the ordinary life of a service.
package main

import (
	"time"

	"go.harbour.example/kit"

	"git.quayside.example/yard/waitpoll/polling"
)

func main() {
	kit.Main("waitpoll", kit.Plan{Copies: 30, Every: 50 * time.Millisecond, Front: true, Size: 10}, polling.Run)
}
