// Package banks is who sits at both ends, each in a process of its own.
package banks

import (
	"bytes"
	"io"
	"log"
	"math/rand"
	"net"
	"time"
)

const visitors = 150

// Far reads a question to its end and answers it slowly.
func Far(l net.Listener, _ string) {
	for {
		conn, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go answer(conn)
	}
}

func answer(conn net.Conn) {
	defer conn.Close()
	size, err := io.Copy(io.Discard, conn)
	if err != nil {
		return
	}
	piece := bytes.Repeat([]byte{'.'}, 700)
	for i := 0; i < 20+int(size)%20; i++ {
		time.Sleep(time.Second)
		if _, err := conn.Write(piece); err != nil {
			return
		}
	}
}

// Near asks one question after the other.
func Near(_ net.Listener, target string) {
	for n := 0; n < visitors; n++ {
		time.Sleep(180 * time.Millisecond)
		go visit(target, rand.New(rand.NewSource(int64(n))))
	}
	select {}
}

func visit(target string, rng *rand.Rand) {
	for {
		if err := ask(target, 20000+rng.Intn(5000)); err != nil {
			time.Sleep(2 * time.Second)
		}
		time.Sleep(time.Duration(rng.Intn(700)) * time.Millisecond)
	}
}

func ask(target string, size int) error {
	conn, err := net.Dial("tcp", target)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := conn.Write(make([]byte, size)); err != nil {
		return err
	}
	if err := conn.(*net.TCPConn).CloseWrite(); err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, conn)
	return err
}
