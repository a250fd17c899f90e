// Command dialreset runs its package dialing beside the ordinary life of a service.
package main

import (
	"time"

	"go.harbour.example/kit"

	"git.quayside.example/yard/dialreset/dialing"
)

func main() {
	kit.Main("dialreset", kit.Plan{Copies: 30, Every: 60 * time.Millisecond, Front: true, Size: 8}, dialing.Run)
}
