// Package ferry takes streams over.
package ferry

import (
	"log"
	"net"
	"net/http"
	"sync/atomic"

	"github.com/docker/spdystream"
)

// Ferry takes connections and the streams on them.
type Ferry struct {
	listener net.Listener
	taken    atomic.Int64
}

// Listen takes connections at a free port.
func Listen() (*Ferry, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	return &Ferry{listener: l}, nil
}

// Address is where.
func (f *Ferry) Address() string { return f.listener.Addr().String() }

// Serve takes connections until there are no more.
func (f *Ferry) Serve() {
	for {
		socket, err := f.listener.Accept()
		if err != nil {
			return
		}
		conn, err := spdystream.NewConnection(socket, true)
		if err != nil {
			log.Print(err)
			continue
		}
		go conn.Serve(func(stream *spdystream.Stream) { go f.take(stream) })
	}
}

func (f *Ferry) take(stream *spdystream.Stream) {
	if err := stream.SendReply(http.Header{}, false); err != nil {
		log.Print(err)
		return
	}
	defer stream.Close()
	said, err := stream.ReadData()
	if err != nil {
		return
	}
	if _, err := stream.Write(said); err == nil {
		f.taken.Add(1)
	}
}
