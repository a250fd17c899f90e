// Command readersdesk runs its package reading beside the ordinary life of a service.
package main

import (
	"time"

	"go.harbour.example/kit"

	"git.quayside.example/yard/readersdesk/reading"
)

func main() {
	kit.Main("readersdesk", kit.Plan{Copies: 25, Every: 20 * time.Millisecond, Size: 10}, reading.Run)
}
