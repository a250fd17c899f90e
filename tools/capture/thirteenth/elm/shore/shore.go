// Package shore is the other side: it opens streams over one connection and says a little on each.
package shore

import (
	"fmt"
	"log"
	"net"
	"net/http"
	"time"

	"github.com/docker/spdystream"
)

// Main opens streams at the ferry for ever.
func Main(_ net.Listener, ferry string) {
	socket, err := net.Dial("tcp", ferry)
	if err != nil {
		log.Fatal(err)
	}
	conn, err := spdystream.NewConnection(socket, false)
	if err != nil {
		log.Fatal(err)
	}
	go conn.Serve(spdystream.NoOpStreamHandler)
	for n := 0; ; n++ {
		head := http.Header{"Kind": {"data"}, "Number": {fmt.Sprint(n)}, "Port": {"8080"}, "Trace": {fmt.Sprintf("%032x", n)}}
		stream, err := conn.CreateStream(head, nil, false)
		if err != nil {
			log.Fatal(err)
		}
		if err := stream.WaitTimeout(5 * time.Second); err != nil {
			log.Fatal(err)
		}
		time.Sleep(30 * time.Millisecond)
		_, _ = stream.Write([]byte("over there"))
		_, _ = stream.ReadData()
		time.Sleep(100 * time.Millisecond)
	}
}
