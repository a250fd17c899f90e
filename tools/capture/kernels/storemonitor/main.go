// Command storemonitor runs its package config beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/storemonitor/config"
)

func main() {
	kit.Main("storemonitor", kit.Plan{Copies: 10, Size: 8}, config.Run)
}
