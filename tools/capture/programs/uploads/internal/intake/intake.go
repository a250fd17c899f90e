// Package intake reads uploaded bodies.
package intake

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"

	"example.org/ops/pool"
)

// Intake counts and scans what is uploaded.
type Intake struct{ scan *pool.Pool[int] }

// Listen starts the server and returns its address.
func Listen(scan *pool.Pool[int]) (string, error) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	server := &http.Server{Handler: &Intake{scan: scan}}
	go server.Serve(ln)
	return ln.Addr().String(), nil
}

func (i *Intake) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	size, err := i.receive(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	i.scan.Offer(size)
	fmt.Fprintf(w, "%d bytes\n", size)
}

func (i *Intake) receive(body io.Reader) (int, error) {
	size := 0
	buffer := make([]byte, 8<<10)
	for {
		n, err := body.Read(buffer)
		size += n
		if errors.Is(err, io.EOF) {
			return size, nil
		}
		if err != nil {
			return size, err
		}
	}
}
