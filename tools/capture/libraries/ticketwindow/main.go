// Command ticketwindow sells tickets.
package main

import (
	"hub.tessera.example/base/service"

	"git.stage.example/house/ticketwindow/rows"
)

func main() { service.Main("ticketwindow", rows.Start) }
