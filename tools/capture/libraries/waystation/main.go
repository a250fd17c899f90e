// Command waystation waits for its backends.
package main

import (
	"hub.tessera.example/base/service"

	"git.steppe.example/road/waystation/posts"
)

func main() { service.Main("waystation", posts.Start) }
