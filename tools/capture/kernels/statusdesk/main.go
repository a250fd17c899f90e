// Command statusdesk runs its package podbook beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/statusdesk/podbook"
)

func main() {
	kit.Main("statusdesk", kit.Plan{Copies: 3, Size: 8}, podbook.Run)
}
