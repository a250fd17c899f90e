// Package office keeps the letters.
package office

import (
	"log"
	"net"
	"strings"
	"time"

	"github.com/emersion/go-imap/backend/memory"
	"github.com/emersion/go-imap/server"
)

// Main serves one box with a few letters.
func Main(l net.Listener, _ string) {
	letters := memory.New()
	user, err := letters.Login(nil, "username", "password")
	if err != nil {
		log.Fatal(err)
	}
	inbox, err := user.GetMailbox("INBOX")
	if err != nil {
		log.Fatal(err)
	}
	for i := 0; i < 6; i++ {
		letter := strings.NewReader("From: a@mail.example\r\nSubject: hello\r\n\r\nas agreed\r\n")
		if err := inbox.CreateMessage(nil, time.Now(), letter); err != nil {
			log.Fatal(err)
		}
	}
	s := server.New(letters)
	s.AllowInsecureAuth = true
	log.Fatal(s.Serve(l))
}
