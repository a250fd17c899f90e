// Command podstatus runs its package status beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/podstatus/status"
)

func main() {
	kit.Main("podstatus", kit.Plan{Copies: 10, Size: 10}, status.Run)
}
