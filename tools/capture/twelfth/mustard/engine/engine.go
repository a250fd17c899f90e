// Package engine passes sessions on to a database and looks at what comes back.
package engine

import (
	"io"
	"log"
	"net"
	"sync/atomic"

	"access.example/mustard/analysis"
)

// Engine accepts sessions.
type Engine struct {
	listener net.Listener
	upstream string
	messages atomic.Int64
	sessions atomic.Int64
}

// Listen opens a port in front of an upstream address.
func Listen(upstream string) (*Engine, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	return &Engine{listener: l, upstream: upstream}, nil
}

// Address is where sessions are accepted.
func (e *Engine) Address() string { return e.listener.Addr().String() }

// Serve accepts until the listener fails.
func (e *Engine) Serve() {
	for {
		client, err := e.listener.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		go e.handle(client)
	}
}

func (e *Engine) handle(client net.Conn) {
	defer client.Close()
	server, err := net.Dial("tcp", e.upstream)
	if err != nil {
		log.Print(err)
		return
	}
	defer server.Close()
	e.sessions.Add(1)
	go func() {
		_, _ = io.Copy(server, client)
		if tcp, ok := server.(*net.TCPConn); ok {
			_ = tcp.CloseWrite()
		}
	}()
	e.receive(client, server)
}

func (e *Engine) receive(client io.Writer, server io.Reader) {
	read, write := io.Pipe()
	go func() {
		e.messages.Add(int64(analysis.Count(read)))
	}()
	if _, err := io.Copy(client, io.TeeReader(server, write)); err != nil {
		_ = write.CloseWithError(err)
	}
}
