// Package tunnel connects guests with an origin.
package tunnel

import (
	"io"
	"net"
	"net/http"
	"time"
)

// Gate answers CONNECT.
type Gate struct{ origin string }

// NewGate tunnels to one origin.
func NewGate(origin string) *Gate { return &Gate{origin: origin} }

// ServeHTTP takes the connection over.
func (g *Gate) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	far, err := net.DialTimeout("tcp", g.origin, 2*time.Second)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	near, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		far.Close()
		return
	}
	near.SetDeadline(time.Time{})
	io.WriteString(near, "HTTP/1.1 200 Connected\r\n\r\n")
	go pipe(far, near)
	go pipe(near, far)
}

func pipe(to, from net.Conn) {
	io.CopyBuffer(struct{ io.Writer }{to}, struct{ io.Reader }{from}, make([]byte, 4096))
}
