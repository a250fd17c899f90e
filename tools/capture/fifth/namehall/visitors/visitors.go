// Package visitors come, ask a few questions and go.
package visitors

import (
	"bufio"
	"fmt"
	"log"
	"math/rand"
	"net"
	"time"
)

// Come visits the hall for ever.
func Come(hall string) {
	for n := 0; ; n++ {
		time.Sleep(time.Duration(rand.ExpFloat64() * float64(45*time.Millisecond)))
		go visit(hall, n)
	}
}

func visit(hall string, n int) {
	nc, err := net.Dial("tcp", hall)
	if err != nil {
		log.Fatal(err)
	}
	defer nc.Close()
	in := bufio.NewReader(nc)
	for i := 0; i < 3; i++ {
		if _, err := fmt.Fprintf(nc, "code-%d\n", (n+i)*13); err != nil {
			return
		}
		if _, err := in.ReadString('\n'); err != nil {
			return
		}
		time.Sleep(300 * time.Millisecond)
	}
}
