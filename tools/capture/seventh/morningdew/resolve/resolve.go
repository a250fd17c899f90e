// Package resolve answers datagrams.
package resolve

import (
	"log"
	"net"

	"git.meadowsweet.example/dns/morningdew/answers"
)

func lookUp(name string) [][]byte {
	records := make([][]byte, 8)
	for i := range records {
		records[i] = append(make([]byte, 0, 480), name...)
	}
	return records
}

// Serve answers from what is kept.
func Serve(socket net.PacketConn, kept *answers.Kept) {
	packet := make([]byte, 512)
	for {
		n, from, err := socket.ReadFrom(packet)
		if err != nil {
			log.Print(err)
			return
		}
		records := kept.Get(string(packet[:n]), lookUp)
		if _, err := socket.WriteTo(records[0], from); err != nil {
			log.Print(err)
		}
	}
}
