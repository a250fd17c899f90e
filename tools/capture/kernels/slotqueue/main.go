// Command slotqueue runs its package slots beside the ordinary life of a service.
package main

import (
	"time"

	"go.harbour.example/kit"

	"git.quayside.example/yard/slotqueue/slots"
)

func main() {
	kit.Main("slotqueue", kit.Plan{Copies: 40, Every: 10 * time.Millisecond, Front: true, Size: 6}, slots.Run)
}
