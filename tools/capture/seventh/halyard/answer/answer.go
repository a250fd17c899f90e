// Package answer says who is there.
package answer

import (
	"fmt"
	"log"
	"net"

	"go.rigging.example/edge/halyard/limit"
)

// Serve answers those whose limit allows it.
func Serve(socket net.PacketConn, limits *limit.Keyed) {
	packet := make([]byte, 512)
	for n := 0; ; n++ {
		size, from, err := socket.ReadFrom(packet)
		if err != nil {
			log.Print(err)
			return
		}
		if !limits.For(from.String()).Allow() {
			continue
		}
		if _, err := socket.WriteTo([]byte(fmt.Sprintf("%d after %s", n, packet[:size])), from); err != nil {
			log.Print(err)
		}
	}
}
