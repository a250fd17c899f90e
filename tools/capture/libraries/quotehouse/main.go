// Command quotehouse asks for quotes.
package main

import (
	"hub.tessera.example/base/service"

	"git.brokers.example/firm/quotehouse/asks"
)

func main() { service.Main("quotehouse", asks.Start) }
