// Package peer runs the other end of a connection in a process of its own, so that the captured
// process shows one end only, as it would in production.
package peer

import (
	"io"
	"log"
	"net"
	"net/http"
	"os"
)

const (
	roleVariable   = "PEER_ROLE"
	targetVariable = "PEER_TARGET"
	listenerFD     = 3
)

var lifelines []*os.File // write ends of the peers' standard input: they end when this process ends

// Main becomes the peer called role if this process was started as one, and then does not return.
func Main(role string, serve func(l net.Listener, target string)) {
	if os.Getenv(roleVariable) != role {
		return
	}
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	}()
	l, err := net.FileListener(os.NewFile(listenerFD, "listener"))
	if err != nil {
		log.Fatal(err)
	}
	serve(l, os.Getenv(targetVariable))
}

// HTTP is Main for a peer that is an HTTP server.
func HTTP(role string, handler http.Handler) {
	Main(role, func(l net.Listener, _ string) { log.Fatal(http.Serve(l, handler)) })
}

// Start runs this program again as the peer called role and returns the address it accepts on.
func Start(role, target string) (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	socket, err := l.(*net.TCPListener).File()
	if err != nil {
		return "", err
	}
	defer socket.Close()
	r, w, err := os.Pipe()
	if err != nil {
		return "", err
	}
	defer r.Close()
	quiet, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		return "", err
	}
	defer quiet.Close()
	process, err := os.StartProcess("/proc/self/exe", os.Args, &os.ProcAttr{
		Env:   []string{roleVariable + "=" + role, targetVariable + "=" + target},
		Files: []*os.File{r, quiet, quiet, socket},
	})
	if err != nil {
		return "", err
	}
	lifelines = append(lifelines, w)
	return l.Addr().String(), process.Release()
}
